package io.jenkins.plugins.stackdeploy.localcloud.wire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Form encoding as it is read from the wire, and the stricter encoding that signatures are computed over. */
public final class FormCodec {
    private FormCodec() {}

    /**
     * Decodes {@code a=b&c=d}, with {@code +} as a space and {@code %XX} as UTF-8 bytes.
     *
     * @param raw the undecoded text, or null for none
     * @return names and values in the order of the wire; of a repeated name the last value counts
     * @throws ApiError InvalidParameter if a percent sign is not followed by two hexadecimal digits
     */
    public static Map<String, String> decode(String raw) {
        Map<String, String> result = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return result;
        }
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                result.put(decodeOne(name), decodeOne(value));
            }
        }
        return result;
    }

    /**
     * Percent-encodes as RFC 3986 wants it: letters, digits and {@code - _ . ~} stay, a space becomes {@code %20}.
     *
     * @param text any text
     * @return the encoded text, hexadecimal digits in upper case
     */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /**
     * Joins parameters into the canonical query that both signature versions use.
     *
     * @param parameters decoded names and values, sorted by name
     * @return {@code name=value} pairs, encoded and joined by {@code &}
     */
    public static String canonicalQuery(SortedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String decodeOne(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiError(400, "InvalidParameter", "The request is not correctly encoded: " + e.getMessage());
        }
    }
}
