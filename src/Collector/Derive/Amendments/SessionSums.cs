using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Amendments;

/// <summary>Subtracts the contribution of one operation from its session's sums.</summary>
internal static class SessionSums
{
    public static SessionState Plus(SessionState session, Operation operation, int sign)
    {
        if (operation.MirrorOf is not null) return session;
        var tokens = operation.Tokens;
        return session with
        {
            Operations = session.Operations + sign,
            Errors = session.Errors + (operation.IsError ? sign : 0),
            Messages = session.Messages + (operation.Series.Kind == OperationKind.Inference ? sign : 0),
            ToolCalls = session.ToolCalls + (operation.Series.Kind == OperationKind.Tool ? sign : 0),
            Tokens = new TokenTotals(
                session.Tokens.Input + (sign * (tokens.Input ?? 0)),
                session.Tokens.Output + (sign * (tokens.Output ?? 0)),
                session.Tokens.CacheRead + (sign * (tokens.CacheRead ?? 0)),
                session.Tokens.CacheWrite + (sign * (tokens.CacheWrite ?? 0)),
                session.Tokens.Reasoning + (sign * (tokens.Reasoning ?? 0))),
            CostUsd = session.CostUsd + (sign * (operation.Cost?.Usd ?? 0)),
            Priced = session.Priced + (operation.Cost is null ? 0 : sign),
            Unpriced = session.Unpriced + (operation.IsUnpriced ? sign : 0),
        };
    }
}
