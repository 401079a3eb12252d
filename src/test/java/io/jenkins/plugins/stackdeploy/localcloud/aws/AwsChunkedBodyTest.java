package io.jenkins.plugins.stackdeploy.localcloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.stackdeploy.localcloud.auth.Digests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's client is tried against S3 elsewhere; here it is what no client would send. */
class AwsChunkedBodyTest {
    private static final String SEED = "5eed";
    private static final SigV4 SIGNER = new SigV4(
            new SigningScope("AK", "20260301", "eu-west-1", "s3", List.of("host"), SEED), "20260301T080000Z", "SECRET");

    @Test
    void unsignedChunksAreJoined() {
        AwsChunkedBody body = read("3\r\nabc\r\n2\r\nde\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", null);

        assertThat(body.content()).asString(StandardCharsets.UTF_8).isEqualTo("abcde");
        assertThat(body.trailers()).isEqualTo(Map.of("x-amz-checksum-crc32", "AAAAAA=="));
    }

    @Test
    void signedChunksAndTrailersAreVerified() {
        AwsChunkedBody body = read(signed("abc", "x-amz-checksum-crc32:AAAAAA==\n"), SIGNER);

        assertThat(body.content()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
        assertThat(body.trailers()).containsOnlyKeys("x-amz-checksum-crc32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "AAAAAA=="})
    void whatWasChangedOnTheWayIsRefused(String piece) {
        String tampered = signed("abc", "x-amz-checksum-crc32:AAAAAA==\n")
                .replace(piece, piece.replace('a', 'b').replace('A', 'B'));

        assertThatThrownBy(() -> read(tampered, SIGNER)).hasFieldOrPropertyWithValue("code", "SignatureDoesNotMatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3\r\nab", "zz\r\n", "-1\r\n\r\n", "3\r\nabcde\r\n0\r\n\r\n"})
    void whatBreaksOffIsIncomplete(String raw) {
        assertThatThrownBy(() -> read(raw, null)).hasFieldOrPropertyWithValue("code", "IncompleteBody");
    }

    private static String signed(String data, String trailer) {
        String nothing = Digests.sha256Hex("");
        String first = SIGNER.chunkSignature("-PAYLOAD", SEED, nothing, Digests.sha256Hex(data));
        String last = SIGNER.chunkSignature("-PAYLOAD", first, nothing, nothing);
        String end = SIGNER.chunkSignature("-TRAILER", last, Digests.sha256Hex(trailer));
        return data.length() + ";chunk-signature=" + first + "\r\n" + data + "\r\n0;chunk-signature=" + last + "\r\n"
                + trailer.trim() + "\r\nx-amz-trailer-signature:" + end + "\r\n\r\n";
    }

    private static AwsChunkedBody read(String raw, SigV4 signer) {
        return AwsChunkedBody.read(raw.getBytes(StandardCharsets.UTF_8), signer, SEED);
    }
}
