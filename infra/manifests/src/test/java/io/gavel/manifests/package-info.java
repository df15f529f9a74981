/** What Kustomize makes of {@code k8s}, and what must hold of it. */
@NullMarked
package io.gavel.manifests;

import org.jspecify.annotations.NullMarked;
