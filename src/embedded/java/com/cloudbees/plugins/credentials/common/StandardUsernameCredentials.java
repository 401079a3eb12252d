package com.cloudbees.plugins.credentials.common;

/** A user name with an id. */
public interface StandardUsernameCredentials extends StandardCredentials, UsernameCredentials {}
