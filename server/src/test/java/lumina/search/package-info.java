@org.jspecify.annotations.NullMarked
package lumina.search;
