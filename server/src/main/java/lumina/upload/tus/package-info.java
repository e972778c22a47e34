/// Resumable uploads by the protocol tus 1.0.0 (https://tus.io).
@NullMarked
package lumina.upload.tus;

import org.jspecify.annotations.NullMarked;
