package jenkins.model;

/** Whether two names mean the same user or group. */
public abstract class IdStrategy {
    /** Upper and lower case make no difference. */
    public static IdStrategy CASE_INSENSITIVE = new IdStrategy() {
        @Override
        public int compare(String id1, String id2) {
            return String.CASE_INSENSITIVE_ORDER.compare(id1, id2);
        }
    };

    public abstract int compare(String id1, String id2);

    public boolean equals(String id1, String id2) {
        return compare(id1, id2) == 0;
    }
}
