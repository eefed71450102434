namespace Tidemark.Collector.Query.Lists;

/// <summary>The client requested something unknown; the message lists what exists.</summary>
internal sealed class BadRequestException(string message) : Exception(message);
