/// A photo app for friends: one package per feature, one artifact for laptop and cloud.
@NullMarked
package lumina;

import org.jspecify.annotations.NullMarked;
