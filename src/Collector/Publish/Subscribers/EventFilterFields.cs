using System.Collections.Frozen;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;

namespace Tidemark.Collector.Publish.Subscribers;

/// <summary>The fields by which events can be filtered, under their names in URLs.</summary>
internal static class EventFilterFields
{
    public const string Type = "type";
    public const string Severity = "severity";

    public static readonly FrozenDictionary<string, Func<SessionEvent, string?>> All = new Dictionary<string, Func<SessionEvent, string?>>
    {
        [Type] = one => one.Type,
        [Severity] = one => SeverityNames.Of(one.Severity),
        ["session"] = one => one.SessionId,
        ["agent"] = one => one.Agent,
        ["workflow"] = one => one.Workflow,
        ["service"] = one => one.Service,
        ["model"] = one => one.Model,
        ["user"] = one => one.UserId,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
