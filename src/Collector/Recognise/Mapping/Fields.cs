namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>Properties of fields that are the same for all dialects.</summary>
internal static class Fields
{
    public static readonly int Count = Enum.GetValues<Field>().Length;

    /// <summary>Fields with a column: their attributes are not repeated in the attributes JSON.</summary>
    public static bool HasColumn(Field field) => field
        is Field.Session or Field.Conversation or Field.User or Field.Agent or Field.Workflow or Field.Tool
        or Field.Provider or Field.RequestModel or Field.ResponseModel or Field.SessionName or Field.TimeToFirstToken or Field.ContextMax
        or Field.ErrorType or Field.FinishReason or Field.RequestBytes or Field.ResponseBytes or Field.Dependency or Field.Environment;

    /// <summary>Fields with a column on model calls only: elsewhere they are sums of other operations, kept as attributes.</summary>
    public static bool HasModelCallColumn(Field field) => field
        is Field.FirstTokenAt or Field.InputTokens or Field.OutputTokens or Field.CacheReadTokens or Field.CacheWriteTokens or Field.ReasoningTokens
        or Field.Cost;
}
