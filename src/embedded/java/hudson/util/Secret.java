package hudson.util;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jenkins.model.Jenkins;

/** Text that is kept encrypted wherever it is written, with a key that stays in Jenkins' home. */
@SuppressWarnings("AmbiguousMethodReference") // as in Jenkins
public final class Secret implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What an encrypted text looks like. */
    public static final Pattern ENCRYPTED_VALUE_PATTERN = Pattern.compile("\\{?[A-Za-z0-9+/]+={0,2}}?");

    private static final Pattern BRACED = Pattern.compile("\\{([A-Za-z0-9+/]+={0,2})}");
    private static final byte PAYLOAD_VERSION = 1;
    private static final int IV_BYTES = 16;
    private static final int KEY_BYTES = 16;

    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    public String getPlainText() {
        return value;
    }

    /** @return the encrypted text in braces; differs from call to call */
    public String getEncryptedValue() {
        byte[] iv = new byte[IV_BYTES];
        new SecureRandom().nextBytes(iv);
        byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, iv, value.getBytes(StandardCharsets.UTF_8));
        byte[] payload = new byte[1 + IV_BYTES + encrypted.length];
        payload[0] = PAYLOAD_VERSION;
        System.arraycopy(iv, 0, payload, 1, IV_BYTES);
        System.arraycopy(encrypted, 0, payload, 1 + IV_BYTES, encrypted.length);
        return "{" + Base64.getEncoder().encodeToString(payload) + "}";
    }

    /** @return null if the text was not encrypted here */
    public static Secret decrypt(String data) {
        Matcher braced = BRACED.matcher(data == null ? "" : data);
        if (!braced.matches()) {
            return null;
        }
        try {
            byte[] payload = Base64.getDecoder().decode(braced.group(1));
            if (payload.length <= 1 + IV_BYTES || payload[0] != PAYLOAD_VERSION) {
                return null;
            }
            byte[] iv = Arrays.copyOfRange(payload, 1, 1 + IV_BYTES);
            byte[] encrypted = Arrays.copyOfRange(payload, 1 + IV_BYTES, payload.length);
            return new Secret(new String(cipher(Cipher.DECRYPT_MODE, iv, encrypted), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Text in braces that only looks encrypted is a secret in itself.
            return null;
        }
    }

    /** @param data a plain or an encrypted text; null counts as empty */
    public static Secret fromString(String data) {
        Secret decrypted = decrypt(data);
        return decrypted == null ? new Secret(data == null ? "" : data) : decrypted;
    }

    /** @return the plain text; null for null */
    public static String toString(Secret s) {
        return s == null ? null : s.value;
    }

    private static byte[] cipher(int mode, byte[] iv, byte[] data) {
        try {
            byte[] id = HexFormat.of().parseHex(Jenkins.get().getLegacyInstanceId());
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(mode, new SecretKeySpec(id, 0, KEY_BYTES, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not encrypted with this installation's key", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** @deprecated it gives the plain text away; see {@link #toString(Secret)} */
    @Deprecated
    @Override
    public String toString() {
        return value;
    }
}
