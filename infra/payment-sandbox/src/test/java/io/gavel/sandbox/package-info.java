/** Tests of the sandbox, over HTTP. */
package io.gavel.sandbox;
