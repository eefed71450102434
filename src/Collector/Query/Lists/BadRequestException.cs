namespace Tidemark.Collector.Query.Lists;

/// <summary>The client asked for something that there is not; the message says what there is.</summary>
internal sealed class BadRequestException(string message) : Exception(message);
