/**
 * What the file chooser offers. Safari hands over files of other kinds as the first of these that it can write:
 * so HEIC, which not every server reads, becomes JPEG. With `image/*` here it would not; with HEIC it would even
 * turn others into it.
 */
export const ACCEPTED = 'image/jpeg,image/png,image/gif,image/webp,image/avif,image/tiff';
