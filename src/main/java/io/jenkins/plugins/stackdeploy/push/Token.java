package io.jenkins.plugins.stackdeploy.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import jenkins.security.HMACConfidentialKey;

/**
 * The last part of the address that is notified of a stack: 256 bits that only this Jenkins can compute, from a secret that
 * it made up, and always the same for a stack. So a request that is sent again after a crash names the same address, and
 * an update is notified at the address that was named when the stack was created, since ROS takes none later.
 */
public final class Token {
    private static final HMACConfidentialKey KEY = new HMACConfidentialKey(Token.class, "key");
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Token() {}

    /**
     * The token of a stack.
     *
     * @param account what stands for the account, the same in every build: names, never a secret; parts may be null
     * @param region the region's id
     * @param stackName the stack's name
     * @return 64 hexadecimal digits, to be shown to nobody but the cloud
     */
    public static String of(List<String> account, String region, String stackName) {
        StringBuilder stack = new StringBuilder();
        for (String part : account) {
            append(stack, part);
        }
        append(stack, region);
        append(stack, stackName);
        return KEY.mac(stack.toString());
    }

    /** With its length, so that two lists of parts never make the same text. */
    private static void append(StringBuilder stack, String part) {
        stack.append(part == null ? -1 : part.length()).append(':').append(part).append(';');
    }

    /** Whether a text from outside can be a token at all. */
    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** What is looked up in place of the token: how long that takes tells nothing of tokens that there are. */
    static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
