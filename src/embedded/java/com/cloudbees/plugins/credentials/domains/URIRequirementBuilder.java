package com.cloudbees.plugins.credentials.domains;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Puts together what credentials for an address are needed for. */
public class URIRequirementBuilder {
    private final List<DomainRequirement> requirements = new ArrayList<>();

    private URIRequirementBuilder() {}

    public static URIRequirementBuilder create() {
        return new URIRequirementBuilder();
    }

    /** @param uri null for none */
    public static URIRequirementBuilder fromUri(String uri) {
        return create().withUri(uri);
    }

    public URIRequirementBuilder withUri(String uri) {
        String host = uri == null ? null : URI.create(uri).getHost();
        return host == null ? this : withHostname(host);
    }

    public URIRequirementBuilder withHostname(String hostname) {
        requirements.add(new HostnameRequirement(hostname));
        return this;
    }

    public List<DomainRequirement> build() {
        return new ArrayList<>(requirements);
    }
}
