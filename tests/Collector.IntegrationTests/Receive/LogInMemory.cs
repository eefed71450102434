using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Keeps log records with exceptions.</summary>
internal sealed class LogInMemory : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, EventId Id, string Text)> _entries = [];

    public IReadOnlyCollection<(LogLevel Level, EventId Id, string Text)> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue((logLevel, eventId, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
