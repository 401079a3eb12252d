package net.sf.json;

/** The JSON that a form is sent as. The stand-in has no forms, so that it has nothing in it. */
public final class JSONObject {}
