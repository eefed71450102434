using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>One file of the bundle; YAML is read into the same tree as JSON. The path is relative to the bundle.</summary>
internal sealed record BundleFile(string Path, string Text, JsonObject Root);
