using Microsoft.Extensions.Logging;

namespace Tidemark.Benchmarks.Instrumentation;

/// <summary>A minimal log sink: it reads every attribute.</summary>
internal sealed class CountingLogger : ILogger, ILoggerFactory
{
    public int Attributes { get; private set; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> attributes)
            return;

        for (var i = 0; i < attributes.Count; i++)
            Attributes += attributes[i].Key.Length;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
