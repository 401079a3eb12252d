package io.jenkins.plugins.stackdeploy.localcloud.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Nominal durations, id forms and immutable properties of common resource types. Durations are typical ones, rounded;
 * the real cloud promises none. Types that are not listed take six seconds and change in place.
 */
public final class ResourceCatalogue {
    private static final double DEFAULT_SECONDS = 6;

    private static final Map<String, ResourceType> TYPES = index(
            new ResourceType(
                    "ALIYUN::ECS::VPC",
                    5,
                    "vpc-bp1",
                    Set.of("VpcId", "VpcName", "VRouterId", "RouteTableId", "ResourceGroupId", "Arn"),
                    Set.of("CidrBlock")),
            type("ALIYUN::ECS::VSwitch", 5, "vsw-bp1", "VpcId", "ZoneId", "CidrBlock"),
            type("ALIYUN::ECS::SecurityGroup", 4, "sg-bp1", "VpcId"),
            type("ALIYUN::ECS::Instance", 40, "i-bp1", "ZoneId", "VSwitchId"),
            type("ALIYUN::ECS::InstanceGroup", 45, "i-bp1", "ZoneId"),
            type("ALIYUN::ECS::Disk", 8, "d-bp1", "ZoneId"),
            type("ALIYUN::VPC::EIP", 4, "eip-bp1"),
            type("ALIYUN::VPC::EIPAssociation", 5, "eip-bp1", "AllocationId", "InstanceId"),
            type("ALIYUN::VPC::NatGateway", 30, "ngw-bp1", "VpcId"),
            type("ALIYUN::SLB::LoadBalancer", 10, "lb-bp1", "VpcId"),
            type("ALIYUN::ALB::LoadBalancer", 30, "alb-", "VpcId"),
            type("ALIYUN::RDS::DBInstance", 120, "rm-bp1", "Engine"),
            type("ALIYUN::REDIS::Instance", 90, "r-bp1"),
            type("ALIYUN::MONGODB::Instance", 120, "dds-bp1"),
            type("ALIYUN::OSS::Bucket", 3, "bucket-", "BucketName"),
            type("ALIYUN::RAM::Role", 3, "role-", "RoleName"),
            type("ALIYUN::FC::Function", 5, "fc-", "FunctionName"),
            type("ALIYUN::CS::ManagedKubernetesCluster", 300, "c"),
            type("ALIYUN::ROS::WaitConditionHandle", 1, "handle-"),
            type("ALIYUN::ROS::WaitCondition", 30, "wait-"),
            type("ALIYUN::ROS::Stack", 2, ""),
            type("AWS::EC2::VPC", 12, "vpc-0", "CidrBlock"),
            type("AWS::EC2::Subnet", 6, "subnet-0", "AvailabilityZone", "CidrBlock", "VpcId"),
            type("AWS::EC2::SecurityGroup", 6, "sg-0", "GroupDescription", "GroupName", "VpcId"),
            type("AWS::EC2::Instance", 40, "i-0", "AvailabilityZone", "ImageId", "SubnetId"),
            type("AWS::S3::Bucket", 22, "", "BucketName"),
            type("AWS::SNS::Topic", 12, "", "TopicName"),
            type("AWS::SQS::Queue", 62, "", "QueueName"),
            type("AWS::IAM::Role", 18, "", "Path", "RoleName"),
            type("AWS::Lambda::Function", 12, "", "FunctionName"),
            type("AWS::DynamoDB::Table", 32, "", "TableName"),
            type("AWS::RDS::DBInstance", 360, "", "DBInstanceIdentifier", "Engine"),
            type("AWS::CloudFormation::WaitConditionHandle", 1, ""));

    private ResourceCatalogue() {}

    /** Returns what is known about a type, or a plain description of an unlisted one. */
    public static ResourceType find(String name) {
        ResourceType known = TYPES.get(name);
        if (known != null) {
            return known;
        }
        String last = name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        return type(name, DEFAULT_SECONDS, last + "-");
    }

    private static ResourceType type(String name, double seconds, String idPrefix, String... replacing) {
        return new ResourceType(name, seconds, idPrefix, Set.of(), Set.of(replacing));
    }

    private static Map<String, ResourceType> index(ResourceType... types) {
        return Arrays.stream(types).collect(Collectors.toUnmodifiableMap(ResourceType::name, Function.identity()));
    }
}
