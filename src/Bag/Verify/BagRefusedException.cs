namespace PoliceSocial.Bag.Verify;

/// <summary>The container itself is not fit to be read: the message says why, and nothing of it was unpacked.</summary>
public sealed class BagRefusedException(string message) : Exception(message);
