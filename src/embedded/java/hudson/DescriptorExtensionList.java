package hudson;

import hudson.model.Describable;
import hudson.model.Descriptor;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;

/** The descriptors of one kind of {@link Describable}. */
public class DescriptorExtensionList<T extends Describable<T>, D extends Descriptor<T>> extends ExtensionList<D> {
    private final Jenkins jenkins;
    private final Class<T> describableType;

    @SuppressWarnings("unchecked") // the element type is a raw Descriptor, as in Jenkins
    protected DescriptorExtensionList(Jenkins jenkins, Class<T> describableType) {
        super(jenkins, (Class<D>) (Class<?>) Descriptor.class);
        this.jenkins = jenkins;
        this.describableType = describableType;
    }

    public static <T extends Describable<T>, D extends Descriptor<T>>
            DescriptorExtensionList<T, D> createDescriptorList(Jenkins jenkins, Class<T> describableType) {
        return new DescriptorExtensionList<>(jenkins, describableType);
    }

    @Override
    @SuppressWarnings("unchecked") // T bounds the describable, and with it the descriptor
    protected List<D> load() {
        List<D> found = new ArrayList<>();
        for (Descriptor<?> each : jenkins.getExtensionList(Descriptor.class)) {
            if (describableType.isAssignableFrom(each.clazz)) {
                found.add((D) each);
            }
        }
        return found;
    }

    /** @return the descriptor of the describable with this class name, or null */
    public D find(String describableClassName) {
        for (D each : this) {
            if (each.clazz.getName().equals(describableClassName)) {
                return each;
            }
        }
        return null;
    }
}
