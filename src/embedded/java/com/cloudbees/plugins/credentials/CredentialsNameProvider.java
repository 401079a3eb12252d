package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.UsernamePasswordCredentials;
import hudson.Util;

/** Gives credentials a name that does not give them away. */
public abstract class CredentialsNameProvider<C extends Credentials> {
    public abstract String getName(C credentials);

    public static String name(Credentials credentials) {
        String name = credentials instanceof IdCredentials identified ? identified.getId() : "";
        if (credentials instanceof UsernamePasswordCredentials login) {
            name = login.getUsername() + "/******";
        }
        if (credentials instanceof StandardCredentials standard) {
            String description = Util.fixEmptyAndTrim(standard.getDescription());
            name = description == null ? name : name + " (" + description + ")";
        }
        return name;
    }
}
