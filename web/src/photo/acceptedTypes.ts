const KINDS = 'image/jpeg,image/png,image/gif,image/webp,image/avif,image/tiff';

/**
 * The types that the file chooser offers. Safari converts files of other types to the first one: so if the server cannot
 * read HEIC, it gets JPEG. This only works with a list of types; with `image/*` Safari does not convert.
 */
export const acceptedTypes = (heic: boolean) => (heic ? `${KINDS},image/heic,image/heif,.heic,.heif` : KINDS);
