package io.jenkins.plugins.stackdeploy.credentials;

import java.util.List;

/** Regions of ROS, for when it cannot be asked. */
public final class Regions {
    /** Source: ROS, DescribeRegions and the product's list of regions. */
    private static final List<String> KNOWN = List.of(
            "cn-hangzhou",
            "cn-shanghai",
            "cn-beijing",
            "cn-shenzhen",
            "cn-qingdao",
            "cn-zhangjiakou",
            "cn-huhehaote",
            "cn-wulanchabu",
            "cn-guangzhou",
            "cn-heyuan",
            "cn-chengdu",
            "cn-nanjing",
            "cn-fuzhou",
            "cn-hongkong",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-southeast-1",
            "ap-southeast-3",
            "ap-southeast-5",
            "ap-southeast-6",
            "ap-southeast-7",
            "eu-central-1",
            "eu-west-1",
            "us-east-1",
            "us-west-1",
            "me-east-1",
            "me-central-1");

    private Regions() {}

    /**
     * The regions that this version knows.
     *
     * @return ids, the most used first
     */
    public static List<String> known() {
        return KNOWN;
    }
}
