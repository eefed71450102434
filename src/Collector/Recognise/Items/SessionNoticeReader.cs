using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Reads notices that a session started or ended.</summary>
internal sealed class SessionNoticeReader(RecogniserParts parts, ItemReader item, OperationReader operations)
{
    /// <summary>Returns null if the item names no session.</summary>
    public SessionNotice? Read(EventRule rule, ResourceFacts resource, DateTime at)
    {
        if (operations.SessionOf(resource) is not { } session) return null;
        var agent = item.Text(Field.Agent);
        return new SessionNotice
        {
            Kind = rule.Meaning == EventMeaning.SessionEnd ? SessionNoticeKind.End : SessionNoticeKind.Start,
            SessionId = session.Text,
            PreviousSessionId = operations.PreviousSessionOf(session),
            At = at,
            Service = resource.Service.Text,
            Environment = resource.Environment.Text,
            UserId = parts.Users.Get(item.IdText(Field.User)) ?? resource.User,
            Agent = agent.IsEmpty ? null : parts.Vocabulary.Agents.Get(agent).Text,
            ContextMax = item.Count(Field.ContextMax),
        };
    }
}
