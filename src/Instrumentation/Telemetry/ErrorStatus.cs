using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Reflection;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>
/// Reads the HTTP status from exceptions of providers' clients, under one of a few property names: <c>ClientResultException.Status</c>,
/// <c>AnthropicApiException.StatusCode</c> and so on. The library references none of these clients.
/// </summary>
internal static class ErrorStatus
{
    private const string Trimmed = "Where the property has been trimmed away, the exception's type is reported.";

    private static readonly string[] Names = ["StatusCode", "Status", "HttpStatusCode"];

    /// <summary>Exceptions that imply a status without having it.</summary>
    private static readonly Dictionary<string, int> Meant = new(StringComparer.Ordinal)
    {
        ["OllamaSharp.Models.Exceptions.OllamaException"] = 400,
        ["OllamaSharp.Models.Exceptions.ModelDoesNotSupportToolsException"] = 400,
    };

    /// <summary>One entry per exception type seen.</summary>
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Properties = new();

    /// <returns>A status of 400 or more; <see langword="null"/> = the exception has none.</returns>
    public static int? Of(Exception exception)
    {
        var status = Guard.Run(static of => Read(of), exception, "reading an exception's status") switch
        {
            HttpStatusCode code => (int)code,
            int number => number,
            _ => Meant.TryGetValue(exception.GetType().FullName ?? string.Empty, out var meant) ? meant : 0,
        };
        return status is >= 400 and < 600 ? status : null;
    }

    private static object? Read(Exception exception) => Properties.GetOrAdd(exception.GetType(), static type => Find(type))?.GetValue(exception);

    /// <summary>Searches one type after the other: a property that hides another type's would be ambiguous.</summary>
#if NET
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = Trimmed)]
#endif
    private static PropertyInfo? Find(Type exception)
    {
        foreach (var name in Names)
        {
            for (var type = exception; type is not null; type = type.BaseType)
            {
                if (type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is { CanRead: true } property)
                    return property;
            }
        }

        return null;
    }
}
