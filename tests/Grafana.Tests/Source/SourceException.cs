namespace Tidemark.Grafana.Tests.Source;

/// <summary>The message that Grafana would show instead of a result.</summary>
internal sealed class SourceException(string message) : Exception(message);
