using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Diagnostics.Commands;

/// <summary>Why the process cannot continue, in one line on standard error.</summary>
internal static class Failures
{
    /// <returns>Whether there were any.</returns>
    public static async Task<bool> ReportAsync(IReadOnlyList<string> lines)
    {
        foreach (var line in lines) await Console.Error.WriteLineAsync($"collector: {line}");
        return lines.Count > 0;
    }

    /// <summary>
    /// For failures of the process's surroundings, about which a stack trace says nothing. Null for anything else: a fault of the collector, whose trace is
    /// wanted.
    /// </summary>
    public static string? LineOf(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(' ', invalid.Failures),
        IOException or UnauthorizedAccessException or SocketException or InvalidDataException => OneLine(Messages(exception)),
        _ => DatabaseFailure.IsFailure(exception) ? OneLine(DatabaseFailure.Describe(exception)) : null,
    };

    private static string Messages(Exception exception) => exception.InnerException is { } inner
        && !exception.Message.Contains(inner.Message, StringComparison.Ordinal)
        ? $"{exception.Message} {Messages(inner)}"
        : exception.Message;

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
