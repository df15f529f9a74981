package io.gavel.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule notices what it is there for. */
class BrokenManifestsTest {

    private static final String C = "/spec/template/spec/containers/0";

    /**
     * Where {@code C} is the container, and {@code P} the pod; nothing as the value takes it away.
     */
    @ParameterizedTest(name = "{0}: {1} with {2} = {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    Strictness  | Deployment/gateway-ws           | C/readinesProbe                           | {}        | readinesProbe
                    Strictness  | Deployment/gateway-ws           | /spec/replicaz                            | 2         | replicaz
                    Strictness  | KafkaTopic/gavel.sales.v1       | /spec/partitionCount                      | 2         | partitionCount
                    Strictness  | Kafka/gavel                     | /spec/kafka/replicas                      | 3         | replicas
                    Strictness  | HTTPRoute/gateway-ws            | /spec/host                                | x         | host
                    Strictness  | Issuer/gavel                    | /spec/acme/mail                           | x         | mail
                    Strictness  | PodMonitor/gavel                | /spec/endpoints                           | []        | endpoints
                    Strictness  | Cluster/bidding-db              | /spec/postgresql/synchronous/dataDurability | often   | dataDurability
                    Strictness  | Cluster/bidding-db              | /spec/backup                              | {}        | backup
                    Strictness  | ScheduledBackup/bidding-db      | /spec/schedule                            | 0 3 * * * | schedule
                    Strictness  | ObjectStore/bidding-db          | /spec/configuration/endpointURL           | http://x  | endpointURL
                    Strictness  | ScaledObject/bidding-service    | /spec/maxReplicas                         | 3         | maxReplicas
                    Strictness  | TriggerAuthentication/keda-to-kafka | /spec/env                             | []        | env
                    Strictness  | NetworkPolicy/names             | /kind                                     | Wall      | of which there is a model
                    Probes      | Deployment/gateway-ws           | C/livenessProbe                           |           | livenessProbe on port ''
                    Probes      | Deployment/gateway-ws           | C/startupProbe/httpGet/port               | web       | startupProbe on port 'web'
                    Probes      | Deployment/gateway-ws           | C/readinessProbe/httpGet/path             | /livez    | expected: /readyz
                    Probes      | Deployment/gateway-ws           | C/readinessProbe/httpGet/port             | management | asks /readyz of management
                    Probes      | StatefulSet/bidding-service     | C/ports/0/containerPort                   | 8081      | expected: 8080, as SERVER_PORT
                    Names       | StatefulSet/bidding-service     | C/env/0/name                              | SPRING_KAFKA_BOOTSTRAP | expected: a setting of bidding-service
                    Names       | StatefulSet/bidding-service     | C/env/0/name                              | GAVEL_SOCKET_DRAIN | expected: a setting of bidding-service
                    Limits      | Deployment/gateway-ws           | C/resources/limits/memory                 |           | no /resources/limits/memory
                    Limits      | Deployment/gateway-ws           | C/resources/requests/cpu                  |           | no /resources/requests/cpu
                    Images      | Deployment/gateway-ws           | C/image                                   | gavel/gateway-ws | expected: a digest
                    Images      | Deployment/gateway-ws           | C/image                                   | x:5000/gavel/gateway-ws:latest | expected: a digest
                    Images      | Deployment/gateway-ws           | C/image                                   | gavel/gateway-ws:0.0.9 | expected: a digest
                    Restricted  | Deployment/gateway-ws           | P/securityContext/runAsNonRoot            | false     | runAsNonRoot
                    Restricted  | Deployment/gateway-ws           | P/securityContext/runAsUser               | 0         | expected: 10001
                    Restricted  | Deployment/gateway-ws           | P/securityContext/seccompProfile          |           | seccompProfile
                    Restricted  | Deployment/gateway-ws           | C/securityContext/capabilities            |           | capabilities
                    Restricted  | Deployment/gateway-ws           | C/securityContext/readOnlyRootFilesystem  |           | readOnlyRootFilesystem
                    Restricted  | Deployment/gateway-ws           | C/volumeMounts/0/readOnly                 | false     | expected: [/tmp]
                    Restricted  | Deployment/gateway-ws           | P/enableServiceLinks                      |           | enableServiceLinks
                    Restricted  | Namespace/gavel                 | /metadata/labels                          |           | enforce
                    Grace       | Deployment/gateway-ws           | P/terminationGracePeriodSeconds           | 50        | more than 50 s
                    Grace       | StatefulSet/bidding-service     | P/terminationGracePeriodSeconds           |           | more than 45 s
                    Grace       | Deployment/settlement-service   | C/lifecycle                               |           | no wait before the signal
                    Walls       | NetworkPolicy/default-deny      | /spec/policyTypes/1                       |           | allows them nothing
                    Walls       | NetworkPolicy/entry-to-gateways | /spec/ingress/0/ports/0/port              | web       | port web
                    Walls       | NetworkPolicy/entry-to-gateways | /spec/podSelector/matchLabels             | {"app":"gateway"} | for no pod that is there
                    Walls       | NetworkPolicy/services-use-kafka | /spec/egress/0/to/0/podSelector/matchLabels | {"app":"kafka"} | expected: pods that are there
                    Walls       | StatefulSet/bidding-service     | /spec/template/metadata/labels            | {"app":"bidding"} | no NetworkPolicy is for it
                    Bonds       | StatefulSet/bidding-service     | /spec/serviceName                         | bidding-service | expected: a headless Service
                    Bonds       | Deployment/gateway-ws           | /spec/selector/matchLabels                | {"app":"gateway"} | not for its own pods
                    Bonds       | Service/gateway-ws              | /spec/ports/0/targetPort                  | web       | targetPort web
                    Bonds       | Service/gateway-ws              | /spec/selector                            | {"app":"gateway"} | for no pod that is there
                    Bonds       | PodDisruptionBudget/gateway-ws  | /spec/selector/matchLabels                | {"app":"gateway"} | no PodDisruptionBudget is for it
                    Bonds       | HorizontalPodAutoscaler/gateway-ws | /spec/scaleTargetRef/kind              | StatefulSet | expected: one that is there
                    Bonds       | ScaledObject/bidding-service    | /spec/scaleTargetRef/name                 | bidding   | expected: one that is there
                    Bonds       | StatefulSet/bidding-service     | /spec/replicas                            | 2         | says replicas
                    Bonds       | HTTPRoute/gateway-ws            | /spec/rules/0/backendRefs/0/port          | 9090x     | expected: a Service with that port
                    Bonds       | PodMonitor/gavel                | /spec/selector/matchExpressions/0/values  | ["x"]     | for no pod that is there
                    TopicsAgree | KafkaTopic/gavel.lot-commands.v1 | /spec/config/message.timestamp.type      |           | LogAppendTime
                    TopicsAgree | KafkaTopic/gavel.sales.v1       | /spec/partitions                          | 32        | partitions=64
                    TopicsAgree | KafkaTopic/gavel.sales.v1       | /spec/replicas                            | 1         | replicas=3
                    TopicsAgree | KafkaTopic/gavel.decisions.v1.dlt | /metadata/name                          | x         | gavel.decisions.v1.dlt: null
                    Growth      | ScaledObject/bidding-service    | /spec/maxReplicaCount                     | 65        | expected: 64, the partitions
                    Growth      | ScaledObject/bidding-service    | /spec/triggers/0/metadata/topic           | gavel.sales.v1 | expected: group bidding-service
                    Growth      | Cluster/bidding-db              | /spec/postgresql/parameters/max_connections | 100     | expected: 512 or more
                    Growth      | StatefulSet/bidding-service     | C/env                                     | []        | GROUP_INSTANCE_ID
                    Rights      | KafkaUser/keda                  | /spec/authorization/acls/0/operations     | ["All"]   | KafkaUser/keda
                    Rights      | KafkaUser/gateway-ws            | /spec/authorization/acls/0/resource/patternType | prefix | by prefix
                    References  | Deployment/gateway-ws           | C/envFrom/0/configMapRef/name             | x         | ConfigMap x
                    References  | Deployment/gateway-ws           | P/serviceAccountName                      | default   | ServiceAccount 'default'
                    References  | ServiceAccount/gateway-ws       | /automountServiceAccountToken             |           | without a token
                    References  | StatefulSet/bidding-service     | C/env/0                                   | {"name":"SPRING_SSL_PASSWORD","value":"x"} | is written down
                    References  | StatefulSet/bidding-service     | C/env/0/valueFrom/secretKeyRef/key        | x         | key x of secret
                    References  | TriggerAuthentication/keda-to-kafka | /spec/secretTargetRef/0/name          | x         | TriggerAuthentication: secret
                    References  | ObjectStore/bidding-db          | /spec/configuration/s3Credentials/accessKeyId/name | x | ObjectStore: secret
                    References  | Namespace/gavel                 | /kind                                     | Secret    | no secret in the repository
                    """)
    void a_rule_notices(String rule, String resource, String pointer, String value, String said) {
        String whole = pointer.replaceFirst("^C", C).replaceFirst("^P", "/spec/template/spec");
        Manifests broken =
                Overlay.PRODUCTION
                        .manifests()
                        .but(resource, json -> set(json, JsonPointer.compile(whole), value));
        assertThat(rule(rule).broken(broken)).anySatisfy(each -> assertThat(each).contains(said));
    }

    @Test
    void a_local_topic_that_differs_is_noticed() {
        Manifests broken =
                new Manifests(
                        Overlay.LOCAL.manifests().all().stream()
                                .map(each ->
                                        each.at("/data/create-topics.sh").isMissingNode()
                                                ? each
                                                : each.changed(json ->
                                                        ((ObjectNode) json.path("data"))
                                                                .put(
                                                                        "create-topics.sh",
                                                                        "topic gavel.sales.v1 8")))
                                .toList());
        assertThat(new TopicsAgree().broken(broken))
                .hasSize(10)
                .anySatisfy(
                        each -> assertThat(each).contains("gavel.sales.v1: Topic[partitions=8"));
    }

    private static Rule rule(String name) {
        return ManifestsTest.RULES.stream()
                .filter(each -> each.getClass().getSimpleName().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static void set(ObjectNode json, JsonPointer where, String value) {
        JsonNode parent = json.at(where.head());
        String last = where.last().getMatchingProperty();
        switch (parent) {
            case ObjectNode object when value == null -> object.remove(last);
            case ObjectNode object -> object.set(last, Manifests.json(value));
            case ArrayNode list when value == null -> list.remove(where.last().getMatchingIndex());
            case ArrayNode list -> list.set(where.last().getMatchingIndex(), Manifests.json(value));
            default -> throw new IllegalArgumentException(where + " is not there");
        }
    }
}
