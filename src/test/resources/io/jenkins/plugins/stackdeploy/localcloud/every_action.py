"""Uses every action of the local AWS at $ENDPOINT and checks what boto3 makes of the answers."""
import json
import os
import time
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, WaiterError

ENDPOINT = os.environ["ENDPOINT"]
ADMIN = "999988887777"
MEMBER = "111122223333"
TEMPLATE = """
Parameters:
  Env: {Type: String, Default: test}
Resources:
  Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref Env}}
Outputs:
  Topic: {Value: !Ref Topic}
"""
FAST = {"Delay": 0.2, "MaxAttempts": 300}


def client(service, **more):
    return boto3.client(service, endpoint_url=ENDPOINT, config=Config(s3={"addressing_style": "path"}), **more)


def refused(code, call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return error.response["Error"]["Message"]
    raise AssertionError("expected " + code)


def until(done):
    deadline = time.monotonic() + 60
    while not done():
        assert time.monotonic() < deadline, "waited for too long"
        time.sleep(0.1)


def admin(name, order):
    request = urllib.request.Request(ENDPOINT + "/_local/" + name, json.dumps(order).encode(), method="POST")
    with urllib.request.urlopen(request) as answer:
        assert json.load(answer)["ok"]


cfn = client("cloudformation")


def identities():
    sts = client("sts")
    assert sts.get_caller_identity()["Account"] == ADMIN
    role = {"RoleArn": "arn:aws:iam::%s:role/reader" % MEMBER, "RoleSessionName": "boto3"}
    refused("AccessDenied", sts.assume_role, **role)
    return sts.assume_role(ExternalId="shared-word", **role)["Credentials"]


def objects():
    s3 = client("s3")
    s3.put_object(Bucket="templates", Key="a b/t.yaml", Body=TEMPLATE.encode())
    assert s3.head_object(Bucket="templates", Key="a b/t.yaml")["ContentLength"] == len(TEMPLATE)
    assert s3.get_object(Bucket="templates", Key="a b/t.yaml")["Body"].read().decode() == TEMPLATE
    s3.head_bucket(Bucket="templates")
    assert s3.get_bucket_location(Bucket="far")["LocationConstraint"] == "us-west-2"
    refused("NoSuchKey", s3.get_object, Bucket="templates", Key="no")
    refused("404", s3.head_object, Bucket="templates", Key="no")
    refused("NoSuchBucket", s3.get_object, Bucket="nowhere", Key="no")
    # It follows the redirect to the region of the bucket.
    s3.put_object(Bucket="far", Key="k", Body=b"x")
    assert s3.get_object(Bucket="far", Key="k")["Body"].read() == b"x"


def operation(call, **arguments):
    identifier = call(StackSetName="set", **arguments)["OperationId"]
    described = {}

    def over():
        answer = cfn.describe_stack_set_operation(StackSetName="set", OperationId=identifier)
        described.update(answer["StackSetOperation"])
        return described["Status"] not in ("RUNNING", "QUEUED", "STOPPING")

    until(over)
    return described


def pages(name, key, **arguments):
    return [item for page in cfn.get_paginator(name).paginate(**arguments) for item in page[key]]


def stack_sets(session):
    targets = {"Accounts": [ADMIN, MEMBER], "Regions": ["eu-west-1", "us-east-1"]}
    cfn.create_stack_set(
        StackSetName="set", TemplateBody=TEMPLATE, Description="Topics", Tags=[{"Key": "team", "Value": "a"}])
    refused("NameAlreadyExistsException", cfn.create_stack_set, StackSetName="set", TemplateBody=TEMPLATE + "\n")
    created = operation(
        cfn.create_stack_instances, OperationId="op-1", OperationPreferences={"MaxConcurrentCount": 1}, **targets)
    assert created["Status"] == "SUCCEEDED", created
    assert created["CreationTimestamp"] < created["EndTimestamp"]
    results = pages("list_stack_set_operation_results", "Summaries", StackSetName="set", OperationId="op-1")
    assert [r["Status"] for r in results] == ["SUCCEEDED"] * 4
    assert len(pages("list_stack_instances", "Summaries", StackSetName="set")) == 4

    admin("failures", {"stackSetName": "set", "account": MEMBER, "region": "eu-west-1", "logicalId": "Topic",
                       "reason": "Quota exceeded."})
    failed = operation(
        cfn.update_stack_set, TemplateBody=TEMPLATE.replace("!Ref Env", "other"),
        OperationPreferences={"FailureToleranceCount": 1, "MaxConcurrentCount": 2})
    assert failed["Status"] == "SUCCEEDED" and failed["StatusDetails"]["FailedStackInstancesCount"] == 1, failed
    instance = cfn.describe_stack_instance(
        StackSetName="set", StackInstanceAccount=MEMBER, StackInstanceRegion="eu-west-1")["StackInstance"]
    assert instance["Status"] == "OUTDATED", instance
    member = client(
        "cloudformation", aws_access_key_id=session["AccessKeyId"],
        aws_secret_access_key=session["SecretAccessKey"], aws_session_token=session["SessionToken"])
    events = member.describe_stack_events(StackName=instance["StackId"])["StackEvents"]
    assert [e["ResourceStatusReason"] for e in events if e["LogicalResourceId"] == "Topic"
            and e["ResourceStatus"].endswith("_FAILED")] == ["Quota exceeded."], events

    operation(cfn.update_stack_instances, Accounts=[MEMBER], Regions=["eu-west-1"],
              ParameterOverrides=[{"ParameterKey": "Env", "ParameterValue": "own"}])
    operation(cfn.detect_stack_set_drift)
    assert cfn.describe_stack_set(StackSetName="set")["StackSet"]["Status"] == "ACTIVE"
    assert [s["StackSetName"] for s in pages("list_stack_sets", "Summaries")] == ["set"]
    assert cfn.get_template_summary(StackSetName="set")["ResourceTypes"] == ["AWS::SNS::Topic"]
    stopped = cfn.update_stack_set(StackSetName="set", TemplateBody=TEMPLATE, OperationId="op-stop")
    refused("OperationInProgressException", cfn.update_stack_set, StackSetName="set", UsePreviousTemplate=True)
    cfn.stop_stack_set_operation(StackSetName="set", OperationId=stopped["OperationId"])
    until(lambda: cfn.describe_stack_set_operation(StackSetName="set", OperationId="op-stop")
          ["StackSetOperation"]["Status"] == "STOPPED")
    refused("StackSetNotEmptyException", cfn.delete_stack_set, StackSetName="set")
    operation(cfn.delete_stack_instances, RetainStacks=False, **targets)
    assert len(pages("list_stack_set_operations", "Summaries", StackSetName="set")) == 6
    cfn.delete_stack_set(StackSetName="set")
    refused("StackSetNotFoundException", cfn.describe_stack_set, StackSetName="set")


def stacks():
    assert cfn.validate_template(TemplateBody=TEMPLATE)["Parameters"][0]["ParameterKey"] == "Env"
    url = ENDPOINT + "/templates/a%20b/t.yaml"
    cfn.create_stack(StackName="s", TemplateURL=url, EnableTerminationProtection=True)
    cfn.get_waiter("stack_create_complete").wait(StackName="s", WaiterConfig=FAST)
    stack = cfn.describe_stacks(StackName="s")["Stacks"][0]
    assert stack["Outputs"][0]["OutputKey"] == "Topic"
    assert len(pages("describe_stack_events", "StackEvents", StackName="s")) == 5
    assert cfn.describe_stack_resources(StackName="s")["StackResources"][0]["ResourceStatus"] == "CREATE_COMPLETE"
    assert len(pages("list_stack_resources", "StackResourceSummaries", StackName="s")) == 1
    assert cfn.get_template(StackName="s")["TemplateBody"] == TEMPLATE
    refused("ValidationError", cfn.delete_stack, StackName="s")
    cfn.update_termination_protection(StackName="s", EnableTerminationProtection=False)
    message = refused("ValidationError", cfn.update_stack, StackName="s", UsePreviousTemplate=True)
    assert message == "No updates are to be performed.", message


def change_sets():
    change = {"StackName": "s", "UsePreviousTemplate": True}
    cfn.create_change_set(ChangeSetName="empty", **change)
    try:
        cfn.get_waiter("change_set_create_complete").wait(StackName="s", ChangeSetName="empty", WaiterConfig=FAST)
        raise AssertionError("an empty change set must fail")
    except WaiterError as error:
        assert error.last_response["StatusReason"].startswith("The submitted information didn't contain changes.")
    cfn.delete_change_set(StackName="s", ChangeSetName="empty")
    cfn.create_change_set(
        ChangeSetName="real", Parameters=[{"ParameterKey": "Env", "ParameterValue": "prod"}], **change)
    cfn.get_waiter("change_set_create_complete").wait(StackName="s", ChangeSetName="real", WaiterConfig=FAST)
    changes = cfn.describe_change_set(StackName="s", ChangeSetName="real")["Changes"]
    assert [c["ResourceChange"]["Action"] for c in changes] == ["Modify"]
    assert len(pages("list_change_sets", "Summaries", StackName="s")) == 1
    cfn.execute_change_set(StackName="s", ChangeSetName="real")
    cfn.get_waiter("stack_update_complete").wait(StackName="s", WaiterConfig=FAST)


def rollbacks():
    admin("failures", {"stackName": "s", "logicalId": "Topic", "on": "ROLLBACK", "reason": "Frozen."})
    slow = TEMPLATE.replace("!Ref Env}}", "slow}, Metadata: {LocalCloud: {Seconds: 36000}}}")
    cfn.update_stack(StackName="s", TemplateBody=slow)
    cfn.cancel_update_stack(StackName="s")
    until(lambda: cfn.describe_stacks(StackName="s")["Stacks"][0]["StackStatus"] == "UPDATE_ROLLBACK_FAILED")
    cfn.continue_update_rollback(StackName="s", ResourcesToSkip=["Topic"])
    cfn.get_waiter("stack_rollback_complete").wait(StackName="s", WaiterConfig=FAST)
    cfn.delete_stack(StackName="s")
    cfn.get_waiter("stack_delete_complete").wait(StackName="s", WaiterConfig=FAST)
    assert "s" in [s["StackName"] for s in pages("list_stacks", "StackSummaries")]


credentials = identities()
objects()
stack_sets(credentials)
stacks()
change_sets()
rollbacks()
