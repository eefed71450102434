using Microsoft.Extensions.Logging;

namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>One log record.</summary>
internal sealed record Logged(string Event, LogLevel Level, string Message, IReadOnlyDictionary<string, object?> Attributes);
