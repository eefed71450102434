namespace Tidemark.Grafana.Tests.Source;

/// <summary>Grafana would show this message in place of a result.</summary>
internal sealed class SourceException(string message) : Exception(message);
