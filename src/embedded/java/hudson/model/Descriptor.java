package hudson.model;

import hudson.XmlFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;
import net.sf.json.JSONObject;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** What there is to know about one class of {@link Describable}: its name, its settings, its form. */
public abstract class Descriptor<T extends Describable<T>> implements Loadable, Saveable {
    /** The class described. */
    public final transient Class<? extends T> clazz;

    @SuppressWarnings("unchecked") // self() stands for a descriptor that describes itself
    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz == self() ? (Class<? extends T>) getClass() : clazz;
    }

    /** Describes the class that this one is nested in. */
    @SuppressWarnings("unchecked") // checked by hand, as the enclosing class has no static type
    protected Descriptor() {
        Class<?> outer = getClass().getEnclosingClass();
        if (outer == null || !Describable.class.isAssignableFrom(outer)) {
            throw new AssertionError(getClass() + " is not nested in a Describable, so it must name the class");
        }
        this.clazz = (Class<? extends T>) outer;
    }

    /** Stands for a descriptor that is its own describable. */
    protected static Class self() {
        return Self.class;
    }

    private static final class Self {}

    /** @return what people read; the simple class name unless overridden */
    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    /** @return the name of the described class, which also names the configuration file */
    public String getId() {
        return clazz.getName();
    }

    public final boolean isInstance(Describable instance) {
        return clazz.isInstance(instance);
    }

    public final boolean isSubTypeOf(Class type) {
        return type.isAssignableFrom(clazz);
    }

    public GlobalConfigurationCategory getCategory() {
        return null;
    }

    /** Writes this descriptor's fields to its configuration file. */
    @Override
    public synchronized void save() {
        try {
            getConfigFile().write(this);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to save " + getConfigFile(), e);
        }
    }

    /** Reads this descriptor's fields from its configuration file, if there is one. */
    @Override
    public synchronized void load() {
        XmlFile file = getConfigFile();
        if (!file.exists()) {
            return;
        }
        try {
            file.unmarshal(this);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to load " + file, e);
        }
    }

    protected XmlFile getConfigFile() {
        return new XmlFile(new File(Jenkins.get().getRootDir(), getId() + ".xml"));
    }

    /** Says which field of a form was filled in wrongly. */
    public static final class FormException extends Exception implements HttpResponse {
        private static final long serialVersionUID = 1L;
        private final String formField;

        /** @param formField name of the field, for the form to point at */
        public FormException(String message, String formField) {
            super(message);
            this.formField = formField;
        }

        public FormException(Throwable cause, String formField) {
            super(cause);
            this.formField = formField;
        }

        public FormException(String message, Throwable cause, String formField) {
            super(message, cause);
            this.formField = formField;
        }

        public String getFormField() {
            return formField;
        }

        @Override
        public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                throws IOException {
            response.sendError(400, getMessage());
        }
    }

    /** Takes over what a form says. @return false to stay on the form */
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        return true;
    }

    /** Binds a form to a new instance. The stand-in has no forms to bind. */
    public T newInstance(StaplerRequest2 req, JSONObject formData) throws FormException {
        throw new FormException("the stand-in has no forms", "");
    }
}
