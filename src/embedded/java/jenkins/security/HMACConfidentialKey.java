package jenkins.security;

import hudson.Util;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes message authentication codes, HMAC-SHA256, with a secret that the installation makes up for it. */
public class HMACConfidentialKey extends ConfidentialKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    @SuppressWarnings("rawtypes") // as it is there
    public HMACConfidentialKey(Class owner, String shortName) {
        super(owner.getName() + '.' + shortName);
    }

    public synchronized byte[] mac(byte[] message) {
        try {
            byte[] key = load();
            if (key == null) {
                key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                store(key);
            }
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("Failed to load the key: " + getId(), failed);
        }
    }

    /** @return the code in hexadecimal digits */
    public String mac(String message) {
        return Util.toHexString(mac(message.getBytes(StandardCharsets.UTF_8)));
    }
}
