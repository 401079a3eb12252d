package io.jenkins.plugins.stackdeploy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as a map of plain values, and the digest of it. */
final class PlanForm {
    static final String DIGEST = "digest";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PlanForm() {}

    static Map<String, Object> write(Plan plan) {
        Map<String, Object> map = plain(plan);
        map.put(DIGEST, digest(plan));
        map.put("text", plan.asText());
        map.put("markdown", plan.asMarkdown());
        return map;
    }

    static Plan read(Map<?, ?> map) {
        if (!(map.get(DIGEST) instanceof CharSequence digest)) {
            throw new IllegalArgumentException(Messages.Plan_none());
        }
        Plan plan;
        try {
            plan = JSON.convertValue(strings(map), Plan.class);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(Messages.Plan_none(), unreadable);
        }
        if (plan.cloud() == null || plan.name() == null || plan.expiresAt() == null) {
            throw new IllegalArgumentException(Messages.Plan_none());
        }
        if (!digest(plan).equals(digest.toString())) {
            throw new IllegalArgumentException(Messages.Plan_altered(plan.name()));
        }
        return plan;
    }

    /** The SHA-256 of the plan as JSON in UTF-8, with its keys in order. */
    static String digest(Plan plan) {
        try {
            byte[] json = JSON.writeValueAsString(plain(plan)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Plain values are always JSON, and Java always has SHA-256", impossible);
        }
    }

    private static Map<String, Object> plain(Plan plan) {
        return JSON.convertValue(plan, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    /** Scripts make strings that are none: what looks like text becomes text, all the way down. */
    private static Object strings(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> read = new LinkedHashMap<>();
            map.forEach((key, each) -> read.put(String.valueOf(key), strings(each)));
            return read;
        }
        if (value instanceof Collection<?> collection) {
            List<Object> read = new ArrayList<>();
            collection.forEach(each -> read.add(strings(each)));
            return read;
        }
        return value instanceof CharSequence text ? text.toString() : value;
    }
}
