namespace Tidemark.Collector.Model.Sessions;

/// <summary>Why a session ended: public, stored, never renamed.</summary>
internal static class EndReasons
{
    /// <summary>The sender reported the end.</summary>
    public const string SessionEnd = "session_end";

    /// <summary>Another session named it as its predecessor.</summary>
    public const string Successor = "successor";

    /// <summary>No activity for longer than the limit.</summary>
    public const string Inactivity = "inactivity";
}
