package hudson.util;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.converters.basic.AbstractSingleValueConverter;
import com.thoughtworks.xstream.security.AnyTypePermission;
import hudson.model.Result;

/** XStream as Jenkins sets it up: secrets encrypted, results as words. */
public class XStream2 extends XStream {
    public XStream2() {
        super(new com.thoughtworks.xstream.io.xml.DomDriver("UTF-8"));
        addPermission(AnyTypePermission.ANY);
        ignoreUnknownElements();
        registerConverter(new SecretConverter());
        registerConverter(new ResultConverter());
    }

    private static final class SecretConverter extends AbstractSingleValueConverter {
        @Override
        public boolean canConvert(Class type) {
            return type == Secret.class;
        }

        @Override
        public String toString(Object secret) {
            return ((Secret) secret).getEncryptedValue();
        }

        @Override
        public Object fromString(String text) {
            return Secret.fromString(text);
        }
    }

    private static final class ResultConverter extends AbstractSingleValueConverter {
        @Override
        public boolean canConvert(Class type) {
            return type == Result.class;
        }

        @Override
        public Object fromString(String text) {
            return Result.fromString(text);
        }
    }
}
