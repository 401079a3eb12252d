package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServletRequest;
import net.sf.json.JSONObject;

/** A request with what Stapler knows about it. */
public interface StaplerRequest2 extends HttpServletRequest {
    /** @return what the URL has left after the object that answers, or an empty text */
    String getRestOfPath();

    /** @return the nearest object of this type that the URL passed through, or null */
    <T> T findAncestorObject(Class<T> type);

    boolean hasParameter(String name);

    /** Sets an object's data-bound properties from a form. */
    void bindJSON(Object bean, JSONObject src);

    String getRootPath();
}
