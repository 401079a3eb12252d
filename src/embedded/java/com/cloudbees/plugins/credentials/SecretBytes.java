package com.cloudbees.plugins.credentials;

import hudson.util.Secret;
import java.io.Serializable;
import java.util.Base64;
import java.util.Objects;

/** Bytes that are kept encrypted wherever they are written. */
public class SecretBytes implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Secret value;

    private SecretBytes(Secret value) {
        this.value = value;
    }

    public static SecretBytes fromBytes(byte[] data) {
        return fromRawBytes(data);
    }

    public static SecretBytes fromRawBytes(byte[] data) {
        return new SecretBytes(Secret.fromString(Base64.getEncoder().encodeToString(data)));
    }

    public byte[] getPlainData() {
        return Base64.getDecoder().decode(value.getPlainText());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretBytes that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }
}
