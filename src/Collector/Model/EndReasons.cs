namespace Tidemark.Collector.Model;

/// <summary>Why a session ended: public, stored, never renamed.</summary>
internal static class EndReasons
{
    /// <summary>The sender said so.</summary>
    public const string SessionEnd = "session_end";

    /// <summary>Another session named it as its predecessor.</summary>
    public const string Successor = "successor";

    /// <summary>Nothing was heard of it for long.</summary>
    public const string Inactivity = "inactivity";
}
