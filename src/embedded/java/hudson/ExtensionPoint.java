package hudson;

/** Marks a type whose implementations are found through {@link Extension}. */
public interface ExtensionPoint {}
