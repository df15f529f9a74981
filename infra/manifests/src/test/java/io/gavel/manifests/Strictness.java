package io.gavel.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/** Every resource is what its kind may be, and has no field that its kind has not. */
final class Strictness implements Rule {

    private static final String K8S = "io.fabric8.kubernetes.api.model.";
    private static final String STRIMZI = "io.strimzi.api.kafka.model.";
    private static final Map<String, String> MODELS =
            Map.ofEntries(
                    Map.entry("v1/ConfigMap", K8S + "ConfigMap"),
                    Map.entry("v1/Namespace", K8S + "Namespace"),
                    Map.entry("v1/Service", K8S + "Service"),
                    Map.entry("v1/ServiceAccount", K8S + "ServiceAccount"),
                    Map.entry("apps/v1/Deployment", K8S + "apps.Deployment"),
                    Map.entry("apps/v1/StatefulSet", K8S + "apps.StatefulSet"),
                    Map.entry("batch/v1/Job", K8S + "batch.v1.Job"),
                    Map.entry(
                            "autoscaling/v2/HorizontalPodAutoscaler",
                            K8S + "autoscaling.v2.HorizontalPodAutoscaler"),
                    Map.entry("networking.k8s.io/v1/Ingress", K8S + "networking.v1.Ingress"),
                    Map.entry(
                            "networking.k8s.io/v1/NetworkPolicy",
                            K8S + "networking.v1.NetworkPolicy"),
                    Map.entry(
                            "policy/v1/PodDisruptionBudget", K8S + "policy.v1.PodDisruptionBudget"),
                    Map.entry(
                            "gateway.networking.k8s.io/v1/Gateway", K8S + "gatewayapi.v1.Gateway"),
                    Map.entry(
                            "gateway.networking.k8s.io/v1/HTTPRoute",
                            K8S + "gatewayapi.v1.HTTPRoute"),
                    Map.entry(
                            "cert-manager.io/v1/Certificate",
                            "io.fabric8.certmanager.api.model.v1.Certificate"),
                    Map.entry(
                            "cert-manager.io/v1/Issuer",
                            "io.fabric8.certmanager.api.model.v1.Issuer"),
                    Map.entry(
                            "monitoring.coreos.com/v1/PodMonitor",
                            "io.fabric8.openshift.api.model.monitoring.v1.PodMonitor"),
                    Map.entry(
                            "monitoring.coreos.com/v1/PrometheusRule",
                            "io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule"),
                    Map.entry("kafka.strimzi.io/v1/Kafka", STRIMZI + "kafka.Kafka"),
                    Map.entry(
                            "kafka.strimzi.io/v1/KafkaNodePool",
                            STRIMZI + "nodepool.KafkaNodePool"),
                    Map.entry("kafka.strimzi.io/v1/KafkaTopic", STRIMZI + "topic.KafkaTopic"),
                    Map.entry("kafka.strimzi.io/v1/KafkaUser", STRIMZI + "user.KafkaUser"));

    /** Of these there are no models in Java; what we use of them is in a schema of our own. */
    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "postgresql.cnpg.io/v1/Cluster", "cnpg-cluster",
                    "postgresql.cnpg.io/v1/ScheduledBackup", "cnpg-scheduled-backup",
                    "barmancloud.cnpg.io/v1/ObjectStore", "cnpg-object-store",
                    "keda.sh/v1alpha1/ScaledObject", "keda-scaled-object",
                    "keda.sh/v1alpha1/TriggerAuthentication", "keda-trigger-authentication");

    /** Models take what they do not know into a map; here it is an error. */
    private static final ObjectMapper STRICT =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .setAnnotationIntrospector(
                            new JacksonAnnotationIntrospector() {
                                @Override
                                public Boolean hasAnySetter(Annotated annotated) {
                                    return Boolean.FALSE;
                                }
                            });

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Override
    public Stream<String> broken(Manifests manifests) {
        return manifests.all().stream().flatMap(Strictness::broken);
    }

    private static Stream<String> broken(Resource resource) {
        String kind = resource.apiVersion() + "/" + resource.kind();
        if (MODELS.containsKey(kind)) {
            return byModel(resource, MODELS.get(kind));
        }
        return SCHEMAS.containsKey(kind)
                ? bySchema(resource, SCHEMAS.get(kind))
                : Stream.of(
                        resource + ": " + kind + " (expected: a kind of which there is a model)");
    }

    private static Stream<String> byModel(Resource resource, String model) {
        try {
            STRICT.treeToValue(resource.json(), Class.forName(model));
            return Stream.empty();
        } catch (JsonProcessingException e) {
            return Stream.of(resource + ": " + e.getMessage());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> bySchema(Resource resource, String name) {
        return REGISTRY
                .getSchema(schema(name), InputFormat.JSON)
                .validate(resource.json().toString(), InputFormat.JSON)
                .stream()
                .map(error -> resource + ": " + error);
    }

    private static String schema(String name) {
        String path = "/crds/" + name + ".yaml";
        try (InputStream file = Strictness.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no schema " + path);
            }
            String yaml = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Manifests.json(yaml).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
