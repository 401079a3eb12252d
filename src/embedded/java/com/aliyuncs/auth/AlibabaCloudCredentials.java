package com.aliyuncs.auth;

/** An access key of Alibaba Cloud, as the older SDK names it. */
public interface AlibabaCloudCredentials {
    String getAccessKeyId();

    String getAccessKeySecret();
}
