package io.jenkins.plugins.stackdeploy.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.stackdeploy.engine.InstantJson;

/** How the files of a build and the answers to its page are written as JSON. */
final class ReportJson {
    /** One value in one line. A newer version may have written properties that this one does not know. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(InstantJson.module())
            .build();

    /** Reads exactly one value. */
    static final ObjectReader WHOLE = MAPPER.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ReportJson() {}
}
