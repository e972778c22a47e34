const KINDS = 'image/jpeg,image/png,image/gif,image/webp,image/avif,image/tiff';

/**
 * What the file chooser offers. Safari turns files of other kinds into the first of these: so where the server reads
 * no HEIC, it gets JPEG. That works with a list of kinds alone; `image/*` takes all as they are.
 */
export const acceptedTypes = (heic: boolean) => (heic ? `${KINDS},image/heic,image/heif,.heic,.heif` : KINDS);
